-- Oman Vision 2040: central, one for the country, readable by every entity (decisions H14).

CREATE TABLE vision_themes (
  id       uuid PRIMARY KEY,
  code     text NOT NULL UNIQUE,
  name_ar  text NOT NULL,
  name_en  text NOT NULL,
  position smallint NOT NULL
);
CREATE TABLE vision_priorities (
  id       uuid PRIMARY KEY,
  theme_id uuid NOT NULL REFERENCES vision_themes (id),
  code     text NOT NULL UNIQUE,
  name_ar  text NOT NULL,
  name_en  text NOT NULL,
  position smallint NOT NULL
);
CREATE TABLE national_programmes (
  id       uuid PRIMARY KEY,
  code     text NOT NULL UNIQUE,
  name_ar  text NOT NULL,
  name_en  text NOT NULL,
  position smallint NOT NULL
);
CREATE TABLE vision_indicators (
  id              uuid PRIMARY KEY,
  priority_id     uuid NOT NULL REFERENCES vision_priorities (id),
  code            text NOT NULL UNIQUE,
  name_ar         text NOT NULL,
  name_en         text NOT NULL,
  unit            text NOT NULL CHECK (unit IN ('percent', 'score', 'rank', 'number', 'years', 'omr')),
  direction       text NOT NULL CHECK (direction IN ('higher', 'lower')),
  baseline        numeric,
  baseline_year   smallint,
  target_2030     numeric,
  target_2040     numeric,
  -- Values from public mirrors are shown as demonstration, never as official.
  demonstration   boolean NOT NULL,
  source          text NOT NULL,
  position        smallint NOT NULL
);
GRANT SELECT, INSERT, UPDATE ON vision_themes, vision_priorities, national_programmes, vision_indicators TO itqan_app;
GRANT SELECT ON vision_themes, vision_priorities, national_programmes, vision_indicators TO itqan_jobs, itqan_backup;
