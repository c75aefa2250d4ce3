-- The record of activity becomes append-only and sealed; docs/decisions/028. Rows that exist already lose the names of
-- people in their data, get the id of the person instead, are sealed and counted, all in this migration.
CREATE TABLE "activity_chains" (
	"id" integer PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "activity_chains_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"number" bigint NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "activity_chains_subject" UNIQUE("kind","subject_id")
);
--> statement-breakpoint
CREATE TABLE "activity_months" (
	"project_id" uuid,
	"organisation_id" uuid,
	"person_id" uuid,
	"type" text NOT NULL,
	"month" date NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "activity_months_key" UNIQUE NULLS NOT DISTINCT("project_id","month","organisation_id","person_id","type")
);
--> statement-breakpoint
CREATE TABLE "activity_pending" (
	"activity_id" bigint PRIMARY KEY NOT NULL,
	"project_id" uuid,
	"since" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "activity_seals" (
	"activity_id" bigint PRIMARY KEY NOT NULL,
	"chain_id" integer NOT NULL,
	"number" bigint NOT NULL,
	"previous" text NOT NULL,
	"hash" text NOT NULL,
	"sealed_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation_aliases" (
	"project_id" uuid NOT NULL,
	"from_organisation_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	CONSTRAINT "organisation_aliases_project_id_from_organisation_id_pk" PRIMARY KEY("project_id","from_organisation_id")
);
--> statement-breakpoint
CREATE TABLE "person_aliases" (
	"from_person_id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "activity" DROP CONSTRAINT "activity_organisation_id_organisations_id_fk";
--> statement-breakpoint
ALTER TABLE "activity_seals" ADD CONSTRAINT "activity_seals_chain_id_activity_chains_id_fk" FOREIGN KEY ("chain_id") REFERENCES "public"."activity_chains"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_aliases" ADD CONSTRAINT "organisation_aliases_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_aliases" ADD CONSTRAINT "organisation_aliases_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_aliases" ADD CONSTRAINT "person_aliases_from_person_id_people_id_fk" FOREIGN KEY ("from_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_aliases" ADD CONSTRAINT "person_aliases_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "activity_pending_project" ON "activity_pending" USING btree ("project_id");--> statement-breakpoint
CREATE UNIQUE INDEX "activity_seals_chain" ON "activity_seals" USING btree ("chain_id","number");--> statement-breakpoint
CREATE INDEX "organisation_aliases_organisation" ON "organisation_aliases" USING btree ("project_id","organisation_id");--> statement-breakpoint
CREATE INDEX "person_aliases_person" ON "person_aliases" USING btree ("person_id");
--> statement-breakpoint
UPDATE "activity" SET "data" = "data" - 'person' WHERE "type" IN ('member.role_changed', 'member.removed') AND "data" ? 'person';
--> statement-breakpoint
-- Every request for review has its review; the reviewer of a review that two merged accounts were asked for may be the
-- account that was closed.
UPDATE "activity" a SET "data" = (a."data" - 'reviewer') || jsonb_build_object('personId', r."reviewer_id")
FROM "reviews" r WHERE a."type" = 'review.requested' AND r."id"::text = a."data"->>'reviewId';
--> statement-breakpoint
UPDATE "activity" SET "data" = "data" - 'reviewer' WHERE "type" = 'review.requested' AND "data" ? 'reviewer';
--> statement-breakpoint
-- What is hashed of a row, one field in a line. No field but the type can hold a line break, so two different rows have
-- different forms. Never change it: seals of earlier rows would no longer match. `kind` follows from the type and is left
-- out, so that a release may sort types into other kinds.
CREATE FUNCTION "public"."activity_stored_form"(a "public"."activity") RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
	SELECT a.id::text || E'\n' || (extract(epoch FROM a.at AT TIME ZONE 'UTC') * 1000000)::bigint::text
		|| E'\n' || coalesce(a.project_id::text, '') || E'\n' || coalesce(a.organisation_id::text, '')
		|| E'\n' || coalesce(a.person_id::text, '') || E'\n' || coalesce(a.output_id::text, '')
		|| E'\n' || a.type || E'\n' || a.data::text
$$;
--> statement-breakpoint
-- Seals up to `at_most` pending rows and returns how many. It runs with the rights of the owner: the role of the
-- application can neither write a seal nor the end of a chain. Chains are locked in one order, so that two callers never
-- wait for each other in a circle. A pending row that is not in `activity` any more stays pending, and is found so.
CREATE FUNCTION "public"."seal_activity"(at_most integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	taken bigint[];
	chain record;
	head record;
	entry record;
	last_number bigint;
	last_hash text;
	next_hash text;
BEGIN
	SELECT array_agg(pending.activity_id) INTO taken FROM (
		SELECT p.activity_id FROM public.activity_pending p JOIN public.activity a ON a.id = p.activity_id
		ORDER BY p.activity_id LIMIT at_most FOR UPDATE OF p SKIP LOCKED
	) pending;
	IF taken IS NULL THEN
		RETURN 0;
	END IF;
	FOR chain IN
		SELECT found.kind, found.subject_id, array_agg(found.id) AS ids FROM (
			SELECT a.id,
				CASE WHEN a.project_id IS NOT NULL THEN 'project' WHEN a.organisation_id IS NOT NULL THEN 'organisation'
					WHEN a.person_id IS NOT NULL THEN 'person' ELSE 'server' END AS kind,
				coalesce(a.project_id, a.organisation_id, a.person_id, '00000000-0000-0000-0000-000000000000') AS subject_id
			FROM public.activity a WHERE a.id = ANY (taken)
		) found GROUP BY 1, 2 ORDER BY 1, 2
	LOOP
		INSERT INTO public.activity_chains (kind, subject_id, number, hash) VALUES (chain.kind, chain.subject_id, 0, '')
			ON CONFLICT (kind, subject_id) DO NOTHING;
		SELECT c.id, c.number, c.hash INTO STRICT head FROM public.activity_chains c
			WHERE c.kind = chain.kind AND c.subject_id = chain.subject_id FOR UPDATE;
		last_number := head.number;
		last_hash := head.hash;
		FOR entry IN
			SELECT a.id, public.activity_stored_form(a) AS form FROM public.activity a
			WHERE a.id = ANY (chain.ids) ORDER BY a.id
		LOOP
			last_number := last_number + 1;
			next_hash := encode(sha256(convert_to(last_number || E'\n' || last_hash || E'\n' || entry.form, 'UTF8')), 'hex');
			INSERT INTO public.activity_seals (activity_id, chain_id, number, previous, hash, sealed_at)
				VALUES (entry.id, head.id, last_number, last_hash, next_hash, now());
			last_hash := next_hash;
		END LOOP;
		UPDATE public.activity_chains SET number = last_number, hash = last_hash WHERE id = head.id;
		INSERT INTO public.activity_months AS m (project_id, organisation_id, person_id, type, month, count)
			SELECT a.project_id, a.organisation_id, a.person_id, a.type,
				date_trunc('month', a.at AT TIME ZONE 'Europe/Brussels')::date, count(*)
			FROM public.activity a WHERE a.id = ANY (chain.ids) GROUP BY 1, 2, 3, 4, 5
			ON CONFLICT (project_id, month, organisation_id, person_id, type)
				DO UPDATE SET count = m.count + excluded.count;
	END LOOP;
	DELETE FROM public.activity_pending WHERE activity_id = ANY (taken);
	RETURN cardinality(taken);
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "public"."seal_activity"(integer) FROM PUBLIC;
--> statement-breakpoint
-- Counts the monthly figures anew from the sealed rows, and returns how many figures there are. Sealing waits meanwhile.
CREATE FUNCTION "public"."rebuild_activity_months"() RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	figures integer;
BEGIN
	LOCK TABLE public.activity_months IN EXCLUSIVE MODE;
	DELETE FROM public.activity_months;
	INSERT INTO public.activity_months (project_id, organisation_id, person_id, type, month, count)
		SELECT a.project_id, a.organisation_id, a.person_id, a.type,
			date_trunc('month', a.at AT TIME ZONE 'Europe/Brussels')::date, count(*)
		FROM public.activity a
		WHERE NOT EXISTS (SELECT FROM public.activity_pending p WHERE p.activity_id = a.id)
		GROUP BY 1, 2, 3, 4, 5;
	GET DIAGNOSTICS figures = ROW_COUNT;
	RETURN figures;
END $$;
--> statement-breakpoint
REVOKE ALL ON FUNCTION "public"."rebuild_activity_months"() FROM PUBLIC;
--> statement-breakpoint
INSERT INTO "activity_pending" ("activity_id", "project_id", "since") SELECT "id", "project_id", now() FROM "activity";
--> statement-breakpoint
DO $$
BEGIN
	WHILE public.seal_activity(10000) > 0 LOOP
	END LOOP;
END $$;
--> statement-breakpoint
ANALYZE "activity_seals", "activity_months";
--> statement-breakpoint
-- Runs with the rights of the owner, so that the role of the application needs no right to change `activity_pending`.
CREATE FUNCTION "public"."add_pending_activity"() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
	INSERT INTO public.activity_pending (activity_id, project_id, since) SELECT n.id, n.project_id, now() FROM new_rows n;
	RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "activity_add_pending" AFTER INSERT ON "activity" REFERENCING NEW TABLE AS new_rows
	FOR EACH STATEMENT EXECUTE FUNCTION "public"."add_pending_activity"();
--> statement-breakpoint
CREATE FUNCTION "public"."refuse_activity_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'activity is append-only: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER "activity_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "activity"
	FOR EACH STATEMENT EXECUTE FUNCTION "public"."refuse_activity_change"();
