-- The quota counts what was issued in a window, at each issue and on each page: a range of this index and no row read.
CREATE INDEX factures_by_issue ON factures (type, issued_at) WHERE status = 'emise';
