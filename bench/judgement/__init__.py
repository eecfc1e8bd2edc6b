"""Is a judge of claims right? Simulated worlds whose truth is known, public sets, the methods others use, and scores."""
