"""What sources have been worth: reports on claims, some of them settled later, and what that makes of the next report."""
