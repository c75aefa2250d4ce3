CREATE TABLE "practice_translations" (
	"practice_id" uuid NOT NULL,
	"language" text NOT NULL,
	"origin" text NOT NULL,
	"texts" jsonb NOT NULL,
	"sources" jsonb NOT NULL,
	"translator_id" uuid NOT NULL,
	"last_save_id" uuid NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "practice_translations_practice_id_language_pk" PRIMARY KEY("practice_id","language")
);
--> statement-breakpoint
ALTER TABLE "practice_translations" ADD CONSTRAINT "practice_translations_practice_id_practices_id_fk" FOREIGN KEY ("practice_id") REFERENCES "public"."practices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "practice_translations" ADD CONSTRAINT "practice_translations_translator_id_people_id_fk" FOREIGN KEY ("translator_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "practice_translations_translator" ON "practice_translations" USING btree ("translator_id");