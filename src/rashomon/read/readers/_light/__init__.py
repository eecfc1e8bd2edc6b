"""Reading by short lists: sentences, quotation marks, names and sayings without a language model."""
