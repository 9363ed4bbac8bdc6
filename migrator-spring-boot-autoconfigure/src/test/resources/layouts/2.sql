-- the tables of the second layout, as they are where revision a was applied with it
CREATE TABLE migrator_version (
    version_num varchar(128) PRIMARY KEY
);
CREATE TABLE migrator_history (
    id bigint GENERATED ALWAYS AS IDENTITY,
    revision varchar(128) NOT NULL,
    direction text NOT NULL,
    started timestamptz NOT NULL,
    duration interval,
    outcome text NOT NULL,
    statements integer,
    statements_done integer,
    done_hash text,
    script text,
    checksum text,
    checksum_version integer,
    db_user text NOT NULL,
    application text,
    version_table text,
    session text,
    error text,
    PRIMARY KEY (revision, id)
);
CREATE INDEX migrator_history_unfinished ON migrator_history (revision, id) WHERE outcome <> 'done';
INSERT INTO migrator_version VALUES ('a');
INSERT INTO migrator_history (revision, direction, started, duration, outcome, db_user, version_table)
    VALUES ('a', 'upgrade', '2026-01-06T08:00:00Z', '12 ms', 'done', 'app', 'migrator_version');
