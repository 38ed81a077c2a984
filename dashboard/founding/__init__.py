"""A new atlas of two countries: its folder, from the shipped vocabularies and Natural Earth's names."""
