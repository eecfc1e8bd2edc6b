"""Story → Forecast: what followed before, what may come next, and how well that was foreseen."""
