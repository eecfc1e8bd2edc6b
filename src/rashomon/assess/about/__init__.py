"""What a claim is about, as far as weighing it needs: whom it blames, whom it harms, who puts it forward, who gains."""

from rashomon.assess.about.beneficiary import beneficiary
from rashomon.assess.about.case import About, about
from rashomon.assess.about.topic import topic

__all__ = ["About", "about", "beneficiary", "topic"]
