CREATE TABLE "dns_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"domain_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"plan" jsonb NOT NULL,
	"done" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"error" text,
	"applied_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dns_changes_provider" CHECK ("dns_changes"."provider" in ('cloudflare', 'domain_connect')),
	CONSTRAINT "dns_changes_state" CHECK ("dns_changes"."state" in ('planned', 'applying', 'applied', 'failed', 'undone'))
);
--> statement-breakpoint
CREATE TABLE "dns_connections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"domain_id" uuid NOT NULL,
	"provider" text NOT NULL,
	"sealed_secret" text,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"last_used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dns_connections_provider" CHECK ("dns_connections"."provider" in ('cloudflare', 'domain_connect'))
);
--> statement-breakpoint
CREATE TABLE "dns_shares" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"domain_id" uuid NOT NULL,
	"token_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "domain_alerts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"domain_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"vars" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"sent_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "domain_alerts_kind" CHECK ("domain_alerts"."kind" in ('broken', 'attention', 'proof_missing', 'proof_lost', 'recovered'))
);
--> statement-breakpoint
CREATE TABLE "domain_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"domain_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject" text,
	"before" text,
	"after" text,
	"evidence" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "domain_events_kind" CHECK ("domain_events"."kind" in ('record', 'state', 'proof', 'dkim', 'change'))
);
--> statement-breakpoint
ALTER TABLE "dkim_keys" ADD COLUMN "slot" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "dkim_keys" ADD COLUMN "published_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "dkim_keys" ADD COLUMN "retiring_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "dkim_keys" ADD COLUMN "retired_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "dns_records" ADD COLUMN "fix" jsonb;--> statement-breakpoint
ALTER TABLE "dns_records" ADD COLUMN "found_ttl_seconds" integer;--> statement-breakpoint
ALTER TABLE "dns_records" ADD COLUMN "misses" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "dns_records" ADD COLUMN "missed_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "dns_records" ADD COLUMN "ignored_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "domains" ADD COLUMN "proof_checked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "domains" ADD COLUMN "proof_misses" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "domains" ADD COLUMN "proof_missed_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "domains" ADD COLUMN "frozen_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "domains" ADD COLUMN "intent" text;--> statement-breakpoint
ALTER TABLE "domains" ADD COLUMN "dkim_mode" text DEFAULT 'txt' NOT NULL;--> statement-breakpoint
ALTER TABLE "domains" ADD COLUMN "forbids_subdomains" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "domains" ADD COLUMN "findings" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "domains" ADD COLUMN "name_servers" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "domains" ADD COLUMN "zone" text;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "alert_email" text;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "alert_email_confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "alert_token_hash" text;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "digest_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "dns_changes" ADD CONSTRAINT "dns_changes_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dns_changes" ADD CONSTRAINT "dns_changes_domain_id_domains_id_fk" FOREIGN KEY ("domain_id") REFERENCES "public"."domains"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dns_connections" ADD CONSTRAINT "dns_connections_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dns_connections" ADD CONSTRAINT "dns_connections_domain_id_domains_id_fk" FOREIGN KEY ("domain_id") REFERENCES "public"."domains"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dns_shares" ADD CONSTRAINT "dns_shares_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dns_shares" ADD CONSTRAINT "dns_shares_domain_id_domains_id_fk" FOREIGN KEY ("domain_id") REFERENCES "public"."domains"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "domain_alerts" ADD CONSTRAINT "domain_alerts_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "domain_alerts" ADD CONSTRAINT "domain_alerts_domain_id_domains_id_fk" FOREIGN KEY ("domain_id") REFERENCES "public"."domains"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "domain_events" ADD CONSTRAINT "domain_events_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "domain_events" ADD CONSTRAINT "domain_events_domain_id_domains_id_fk" FOREIGN KEY ("domain_id") REFERENCES "public"."domains"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dns_changes_of_domain" ON "dns_changes" USING btree ("tenant_id","domain_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "dns_connections_of_domain" ON "dns_connections" USING btree ("tenant_id","domain_id","provider");--> statement-breakpoint
CREATE UNIQUE INDEX "dns_shares_token" ON "dns_shares" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "dns_shares_of_domain" ON "dns_shares" USING btree ("tenant_id","domain_id","id");--> statement-breakpoint
CREATE INDEX "dns_shares_expiry" ON "dns_shares" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "domain_alerts_of_domain" ON "domain_alerts" USING btree ("tenant_id","domain_id","id");--> statement-breakpoint
CREATE INDEX "domain_alerts_waiting" ON "domain_alerts" USING btree ("created_at") WHERE "domain_alerts"."sent_at" is null;--> statement-breakpoint
CREATE INDEX "domain_events_of_domain" ON "domain_events" USING btree ("tenant_id","domain_id","id");--> statement-breakpoint
CREATE INDEX "domain_events_age" ON "domain_events" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "dkim_keys_moving" ON "dkim_keys" USING btree ("stage","activated_at");--> statement-breakpoint
ALTER TABLE "domains" ADD CONSTRAINT "domains_intent" CHECK ("domains"."intent" in ('move_now', 'move_later', 'send_only'));--> statement-breakpoint
ALTER TABLE "domains" ADD CONSTRAINT "domains_dkim_mode" CHECK ("domains"."dkim_mode" in ('txt', 'cname'));