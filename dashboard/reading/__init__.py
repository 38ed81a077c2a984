"""Tables and texts of others: the tables become draft records, the texts are searched for what the atlas knows."""
