ALTER TABLE "submissions" DROP CONSTRAINT "submissions_state";--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "is_scheduled" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "draft_id" text;--> statement-breakpoint
CREATE UNIQUE INDEX "submissions_draft" ON "submissions" USING btree ("tenant_id","mail_user_id","draft_id") WHERE "submissions"."draft_id" is not null and "submissions"."state" in ('sending', 'sent', 'unknown');--> statement-breakpoint
CREATE INDEX "submissions_open" ON "submissions" USING btree ("created_at") WHERE "submissions"."state" in ('sending', 'unknown');--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_state" CHECK ("submissions"."state" in ('sending', 'sent', 'refused', 'unknown', 'cancelled'));--> statement-breakpoint
create policy "sweep" on "submissions" for select using ((select current_setting('app.scope', true)) = 'sweep');