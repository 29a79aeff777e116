-- How far a community's renovation has come, as its file said; NULL where nobody knows.
ALTER TABLE community
  ADD COLUMN renovation text
    CHECK (renovation IN ('renovated', 'under_way', 'planned', 'not_renovated'));
