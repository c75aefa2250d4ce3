-- Monthly figures lose the type of the event, which multiplied their rows, and get the two counts that were read by type.
-- They are counted again from the sealed rows of the record.
TRUNCATE "activity_months";
--> statement-breakpoint
ALTER TABLE "activity_months" DROP CONSTRAINT "activity_months_key";
--> statement-breakpoint
ALTER TABLE "activity_months" ADD COLUMN "versions" integer NOT NULL;
--> statement-breakpoint
ALTER TABLE "activity_months" ADD COLUMN "comments" integer NOT NULL;
--> statement-breakpoint
ALTER TABLE "activity_months" DROP COLUMN "type";
--> statement-breakpoint
ALTER TABLE "activity_months" ADD CONSTRAINT "activity_months_key" UNIQUE NULLS NOT DISTINCT("project_id","month","organisation_id","person_id");
--> statement-breakpoint
-- As before, except what is counted.
CREATE OR REPLACE FUNCTION "public"."seal_activity"(at_most integer) RETURNS integer
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
		INSERT INTO public.activity_months AS m
				(project_id, organisation_id, person_id, month, count, versions, comments)
			SELECT a.project_id, a.organisation_id, a.person_id,
				date_trunc('month', a.at AT TIME ZONE 'Europe/Brussels')::date, count(*),
				count(*) FILTER (WHERE a.type IN ('file.uploaded', 'file.linked', 'file.restored')),
				count(*) FILTER (WHERE a.type = 'comment.added')
			FROM public.activity a WHERE a.id = ANY (chain.ids) GROUP BY 1, 2, 3, 4
			ON CONFLICT (project_id, month, organisation_id, person_id) DO UPDATE SET count = m.count + excluded.count,
				versions = m.versions + excluded.versions, comments = m.comments + excluded.comments;
	END LOOP;
	DELETE FROM public.activity_pending WHERE activity_id = ANY (taken);
	RETURN cardinality(taken);
END $$;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION "public"."rebuild_activity_months"() RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE
	figures integer;
BEGIN
	LOCK TABLE public.activity_months IN EXCLUSIVE MODE;
	DELETE FROM public.activity_months;
	INSERT INTO public.activity_months (project_id, organisation_id, person_id, month, count, versions, comments)
		SELECT a.project_id, a.organisation_id, a.person_id,
			date_trunc('month', a.at AT TIME ZONE 'Europe/Brussels')::date, count(*),
			count(*) FILTER (WHERE a.type IN ('file.uploaded', 'file.linked', 'file.restored')),
			count(*) FILTER (WHERE a.type = 'comment.added')
		FROM public.activity a
		WHERE NOT EXISTS (SELECT FROM public.activity_pending p WHERE p.activity_id = a.id)
		GROUP BY 1, 2, 3, 4;
	GET DIAGNOSTICS figures = ROW_COUNT;
	RETURN figures;
END $$;
--> statement-breakpoint
SELECT public.rebuild_activity_months();
--> statement-breakpoint
ANALYZE "activity_months";
