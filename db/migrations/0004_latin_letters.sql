-- One Latin letter or digit for each letter of a name in Greek, Cyrillic or with a stroke: only so are trigrams made of
-- it where the database's locale is C. For comparing alone, never shown.
CREATE FUNCTION "latin_letters"(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN translate($1,
  'αβγδεζηθικλμνξοπρστυφχψωабвгдежзийклмнопрстуфхцчшщъыьэюяђєѕіјљњћџґłđøæœßþðı',
  'abgdezh8iklmn3oprstufx4wabvgdej2iiklmnoprstufhc4s6w7yeuqdesijlncdgldoaostdi');--> statement-breakpoint
DROP INDEX "organisations_name_trgm";--> statement-breakpoint
CREATE INDEX "organisations_name_trgm" ON "organisations" USING gin (latin_letters("name_key") gin_trgm_ops);
