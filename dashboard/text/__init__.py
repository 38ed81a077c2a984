"""Text for visitors in their language: interface texts, numbers, dates, phrases, captions and narratives."""
