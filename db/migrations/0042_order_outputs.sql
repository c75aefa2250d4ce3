CREATE TABLE "output_dependencies" (
	"output_id" uuid NOT NULL,
	"after_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "output_dependencies_output_id_after_id_pk" PRIMARY KEY("output_id","after_id")
);
--> statement-breakpoint
ALTER TABLE "output_dependencies" ADD CONSTRAINT "output_dependencies_output_id_outputs_id_fk" FOREIGN KEY ("output_id") REFERENCES "public"."outputs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "output_dependencies" ADD CONSTRAINT "output_dependencies_after_id_outputs_id_fk" FOREIGN KEY ("after_id") REFERENCES "public"."outputs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "output_dependencies_after" ON "output_dependencies" USING btree ("after_id");