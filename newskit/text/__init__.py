"""The only tokenizer: tokens, forms, sentences, syllables, quotation marks."""
