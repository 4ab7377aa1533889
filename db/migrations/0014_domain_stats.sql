CREATE TABLE "domain_stats" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"domain_id" uuid NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"sent" integer DEFAULT 0 NOT NULL,
	"sent_outside" integer DEFAULT 0 NOT NULL,
	"delivered" integer DEFAULT 0 NOT NULL,
	"bounced" integer DEFAULT 0 NOT NULL,
	"received" integer DEFAULT 0 NOT NULL,
	"spam" integer DEFAULT 0 NOT NULL,
	"sign_ins" integer DEFAULT 0 NOT NULL,
	"failed_sign_ins" integer DEFAULT 0 NOT NULL,
	"active_users" integer DEFAULT 0 NOT NULL,
	"used_bytes" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "domain_stats" ADD CONSTRAINT "domain_stats_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "domain_stats" ADD CONSTRAINT "domain_stats_domain_id_domains_id_fk" FOREIGN KEY ("domain_id") REFERENCES "public"."domains"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "domain_stats_hour" ON "domain_stats" USING btree ("domain_id","hour");--> statement-breakpoint
CREATE INDEX "domain_stats_tenant" ON "domain_stats" USING btree ("tenant_id","hour");--> statement-breakpoint
CREATE INDEX "mail_stats_begin" ON "mail_stats" USING btree ("hour");--> statement-breakpoint
alter table "domain_stats" enable row level security;--> statement-breakpoint
alter table "domain_stats" force row level security;--> statement-breakpoint
create policy "tenant" on "domain_stats" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "domain_stats" for select using ((select current_setting('app.scope', true)) = 'sweep');
