-- The first steps were put away: no row, they are shown. What is done of them is read from the books, never kept.
CREATE TABLE premiers_pas (
  only INTEGER NOT NULL PRIMARY KEY CHECK (only = 1),
  hidden_at INTEGER NOT NULL
) STRICT;
