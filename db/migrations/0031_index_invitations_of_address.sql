-- Invitations of earlier releases are found by address as well.
CREATE INDEX "invitations_address" ON "invitations" USING btree ("address") WHERE "invitations"."status" = 'pending';