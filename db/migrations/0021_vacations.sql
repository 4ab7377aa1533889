CREATE TABLE "vacations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"mail_user_id" uuid NOT NULL,
	"is_enabled" boolean NOT NULL,
	"from_date" date,
	"until_date" date,
	"zone" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mail_users" ADD COLUMN "applied_script" text;--> statement-breakpoint
ALTER TABLE "vacations" ADD CONSTRAINT "vacations_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vacations" ADD CONSTRAINT "vacations_mail_user_id_mail_users_id_fk" FOREIGN KEY ("mail_user_id") REFERENCES "public"."mail_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "vacations_of_user" ON "vacations" USING btree ("tenant_id","mail_user_id");--> statement-breakpoint
ALTER TABLE "mail_users" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "forwardings" NO FORCE ROW LEVEL SECURITY;--> statement-breakpoint
UPDATE "mail_users" SET "applied_script" = "forwardings"."applied_script" FROM "forwardings" WHERE "forwardings"."mail_user_id" = "mail_users"."id";--> statement-breakpoint
ALTER TABLE "mail_users" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "forwardings" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "forwardings" DROP COLUMN "applied_script";--> statement-breakpoint
alter table "vacations" enable row level security;--> statement-breakpoint
alter table "vacations" force row level security;--> statement-breakpoint
create policy "tenant" on "vacations" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "vacations" for select using ((select current_setting('app.scope', true)) = 'sweep');