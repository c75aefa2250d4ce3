-- Null for the invitations of before: whether their e-mails were delivered is not known.
ALTER TABLE "invitations" ADD COLUMN "undelivered_at" timestamp (3) with time zone;