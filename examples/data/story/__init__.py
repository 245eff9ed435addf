"""The made-up company's books, told account by account."""
