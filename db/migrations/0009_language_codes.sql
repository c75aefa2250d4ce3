CREATE INDEX "uploads_person" ON "uploads" USING btree ("person_id");
--> statement-breakpoint
-- A language is one of the known codes from now on. Any other text in an old row becomes "no language"; where the row
-- belongs to a file version or an unfinished upload, its note keeps the text.
CREATE TEMPORARY TABLE "known_languages" ON COMMIT DROP AS SELECT unnest(string_to_array('bg cs da de el en es et fi fr ga hr hu it lt lv mt nl pl pt ro sk sl sv is no nb nn mk sr tr lb rm sq bs hy az be ka uk ru ar he kk ky uz tg ca eu gl cy zh ja ko hi', ' ')) AS code;
--> statement-breakpoint
UPDATE "file_versions" v SET note = concat_ws(E'\n', nullif(v.note, ''), 'Language: ' || f.language)
  FROM "output_files" f WHERE f.id = v.file_id AND f.language <> '' AND f.language NOT IN (SELECT code FROM known_languages);
--> statement-breakpoint
-- Two files of an output that differed in such a text alone would get the same name: the later ones get a suffix.
CREATE TEMPORARY TABLE "renamed_files" ON COMMIT DROP AS SELECT id, ' (' || right(id::text, 6) || ')\1' AS suffix FROM (
  SELECT id, row_number() OVER (PARTITION BY output_id, name_key ORDER BY language <> '', id) AS place
  FROM "output_files" WHERE language = '' OR language NOT IN (SELECT code FROM known_languages)) ranked WHERE place > 1;
--> statement-breakpoint
UPDATE "file_versions" v SET name = regexp_replace(v.name, '(\.[^.]{1,12})?$', r.suffix) FROM renamed_files r WHERE r.id = v.file_id;
--> statement-breakpoint
UPDATE "output_files" f SET name = regexp_replace(f.name, '(\.[^.]{1,12})?$', r.suffix),
  name_key = regexp_replace(f.name_key, '(\.[^.]{1,12})?$', r.suffix) FROM renamed_files r WHERE r.id = f.id;
--> statement-breakpoint
UPDATE "output_files" SET language = '' WHERE language <> '' AND language NOT IN (SELECT code FROM known_languages);
--> statement-breakpoint
UPDATE "uploads" SET note = concat_ws(E'\n', nullif(note, ''), 'Language: ' || language), language = ''
  WHERE language <> '' AND language NOT IN (SELECT code FROM known_languages);
--> statement-breakpoint
UPDATE "outputs" SET languages = ARRAY(SELECT l FROM unnest(languages) WITH ORDINALITY AS given(l, place)
  WHERE l IN (SELECT code FROM known_languages) ORDER BY place)
  WHERE EXISTS (SELECT FROM unnest(languages) AS l WHERE l NOT IN (SELECT code FROM known_languages));
--> statement-breakpoint
UPDATE "practices" SET language = '' WHERE language NOT IN (SELECT code FROM known_languages);
--> statement-breakpoint
UPDATE "project_drafts" SET data = jsonb_set(data, '{outputs}', (SELECT jsonb_agg(CASE jsonb_typeof(o -> 'languages')
    WHEN 'array' THEN jsonb_set(o, '{languages}', coalesce((SELECT jsonb_agg(l) FROM jsonb_array_elements_text(o -> 'languages') AS l
      WHERE l IN (SELECT code FROM known_languages)), '[]'))
    ELSE o END ORDER BY place) FROM jsonb_array_elements(data -> 'outputs') WITH ORDINALITY AS each(o, place)))
  WHERE jsonb_typeof(data -> 'outputs') = 'array' AND data -> 'outputs' <> '[]';
