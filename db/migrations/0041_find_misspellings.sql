-- What a word may be a misspelling of, when it has at least 5 letters and one was missing, wrong, added, or two were swapped.
-- Trigrams find the mistakes in words of more than 12 letters. Letters are those of the word's own script, as search_form
-- leaves them: Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, Georgian. Immutable, with names in full, as search_form.
CREATE FUNCTION "public"."misspellings"(word text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
	WITH alphabet AS (
		SELECT chr(code) AS letter
		FROM (VALUES (97, 122), (945, 969), (1072, 1119), (1377, 1414), (1488, 1514), (1575, 1610), (4304, 4336)) script (first, last),
			generate_series(first, last) code
		WHERE EXISTS (SELECT FROM regexp_split_to_table(word, '') own WHERE ascii(own) BETWEEN first AND last))
	SELECT array(
		SELECT left(word, n) || letter || substr(word, n + 1) FROM generate_series(0, length(word)) n, alphabet
			WHERE length(word) BETWEEN 4 AND 12
		UNION SELECT left(word, n) || letter || substr(word, n + 2) FROM generate_series(0, length(word) - 1) n, alphabet
			WHERE length(word) BETWEEN 5 AND 12
		UNION SELECT left(word, n) || substr(word, n + 2) FROM generate_series(0, length(word) - 1) n
			WHERE length(word) BETWEEN 6 AND 12
		UNION SELECT left(word, n) || substr(word, n + 2, 1) || substr(word, n + 1, 1) || substr(word, n + 3)
			FROM generate_series(0, length(word) - 2) n WHERE length(word) BETWEEN 5 AND 12)
$$;
--> statement-breakpoint
CREATE INDEX "library_words_beginning" ON "library_words" USING btree ("word" text_pattern_ops);
