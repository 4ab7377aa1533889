ALTER TABLE "deliveries" ADD COLUMN "to_user_id" uuid;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_to_user_id_mail_users_id_fk" FOREIGN KEY ("to_user_id") REFERENCES "public"."mail_users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_to_user" ON "deliveries" USING btree ("tenant_id","to_user_id","queued_at","id");