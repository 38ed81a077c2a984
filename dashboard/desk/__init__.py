"""The editor's desk: forms by which a record of the table is added or changed, checked, saved and taken back."""
