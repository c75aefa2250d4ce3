-- Addresses are compared without format characters (soft hyphens, zero-width and bidirectional marks) from now on. Those
-- that were stored with an address are removed; an address that would equal another one of its table stays as it was.
CREATE TEMPORARY TABLE "cleaned_addresses" ON COMMIT DROP AS
  SELECT id, regexp_replace(address, '[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]', '', 'g') AS address, source
  FROM (SELECT id, address, 'addresses' AS source FROM "addresses"
    UNION ALL SELECT id, address, 'invitations' FROM "invitations"
    UNION ALL SELECT id, address, 'mail_stops' FROM "mail_stops") stored
  WHERE address ~ '[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]';
--> statement-breakpoint
DELETE FROM "cleaned_addresses" c USING "cleaned_addresses" d WHERE d.source = c.source AND d.address = c.address AND d.id < c.id;
--> statement-breakpoint
UPDATE "addresses" a SET address = c.address FROM "cleaned_addresses" c
  WHERE c.source = 'addresses' AND c.id = a.id AND NOT EXISTS (SELECT FROM "addresses" o WHERE o.address = c.address);
--> statement-breakpoint
UPDATE "invitations" i SET address = c.address FROM "cleaned_addresses" c WHERE c.source = 'invitations' AND c.id = i.id
  AND NOT EXISTS (SELECT FROM "invitations" o WHERE o.address = c.address AND o.participation_id = i.participation_id);
--> statement-breakpoint
UPDATE "mail_stops" s SET address = c.address FROM "cleaned_addresses" c WHERE c.source = 'mail_stops' AND c.id = s.id
  AND NOT EXISTS (SELECT FROM "mail_stops" o WHERE o.address = c.address AND o.kind = s.kind);
