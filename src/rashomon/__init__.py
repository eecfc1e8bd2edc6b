"""Rashomon: who says what about a contested event, in which words, and what it rests on."""
