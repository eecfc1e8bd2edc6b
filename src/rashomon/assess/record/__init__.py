"""What sources have been worth: reports on claims, some of them settled later, and what that makes of the next report."""

from rashomon.assess.record.learn import Learned, judge, learn
from rashomon.assess.record.report import Report, Word

__all__ = ["Learned", "Report", "Word", "judge", "learn"]
