"""Guided stories: what their values stand for, their texts in one language, and checks of both."""
