"""foresee: what the parties of a story may do next, as questions that events settle; and the ledger that scores who foresaw it."""
