ALTER TABLE "mail_users" ADD COLUMN "name_key" text GENERATED ALWAYS AS (lower("display_name")) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "mail_users" ADD COLUMN "search_text" text GENERATED ALWAYS AS (lower("address" || chr(10) || "display_name")) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "mail_users" ADD COLUMN "used_share" bigint GENERATED ALWAYS AS ("used_bytes" * 10000 / greatest("quota_bytes", 1)) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "mail_users" ADD COLUMN "signed_in_at" timestamp with time zone GENERATED ALWAYS AS (coalesce("last_sign_in_at", timestamptz '1970-01-01 00:00:00+00')) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "runs" ADD COLUMN "reason" text;--> statement-breakpoint
CREATE INDEX "mail_users_bin" ON "mail_users" USING btree ("tenant_id","deleted_at","id") WHERE "state" = 'deleted';--> statement-breakpoint
CREATE INDEX "mail_users_by_created" ON "mail_users" USING btree ("tenant_id","created_at","id") WHERE "state" <> 'deleted';--> statement-breakpoint
CREATE INDEX "mail_users_by_address" ON "mail_users" USING btree ("tenant_id","address","id") WHERE "state" <> 'deleted';--> statement-breakpoint
CREATE INDEX "mail_users_by_name" ON "mail_users" USING btree ("tenant_id","name_key","id") WHERE "state" <> 'deleted';--> statement-breakpoint
CREATE INDEX "mail_users_by_share" ON "mail_users" USING btree ("tenant_id","used_share","id") WHERE "state" <> 'deleted';--> statement-breakpoint
CREATE INDEX "mail_users_by_sign_in" ON "mail_users" USING btree ("tenant_id","signed_in_at","id") WHERE "state" <> 'deleted';--> statement-breakpoint
CREATE INDEX "mail_users_by_domain" ON "mail_users" USING btree ("tenant_id","domain_id","address") WHERE "state" <> 'deleted';--> statement-breakpoint
CREATE INDEX "mail_users_engine" ON "mail_users" USING btree ("engine_id");--> statement-breakpoint
CREATE INDEX "runs_running" ON "runs" USING btree ("id") WHERE "state" = 'running';