"""Words for people: texts, numbers, phrases, captions and narratives in the language of the visitor."""
