CREATE TABLE "addresses" (
	"address" text PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"holder" text NOT NULL,
	"holder_id" uuid NOT NULL,
	CONSTRAINT "addresses_holder" CHECK ("addresses"."holder" in ('mail_user', 'alias', 'group'))
);
--> statement-breakpoint
CREATE TABLE "aliases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"domain_id" uuid NOT NULL,
	"mail_user_id" uuid NOT NULL,
	"address" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"is_enabled" boolean DEFAULT true NOT NULL,
	"is_role" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "app_passwords" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"mail_user_id" uuid NOT NULL,
	"name" text NOT NULL,
	"scope" text DEFAULT 'mail' NOT NULL,
	"engine_key_id" text NOT NULL,
	"expires_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "app_passwords_scope" CHECK ("app_passwords"."scope" in ('mail', 'read', 'send'))
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"mail_user_id" uuid,
	"queue_id" text NOT NULL,
	"sender" text NOT NULL,
	"recipient" text NOT NULL,
	"message_id" text,
	"state" text DEFAULT 'queued' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"code" integer,
	"enhanced_code" text,
	"reply" text,
	"host" text,
	"size" bigint,
	"next_attempt_at" timestamp with time zone,
	"expires_at" timestamp with time zone,
	"queued_at" timestamp with time zone NOT NULL,
	"settled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "deliveries_state" CHECK ("deliveries"."state" in ('queued', 'deferred', 'delivered', 'failed', 'cancelled', 'expired'))
);
--> statement-breakpoint
CREATE TABLE "delivery_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"queue_id" text NOT NULL,
	"recipient" text,
	"type" text NOT NULL,
	"content_hash" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "forwardings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"mail_user_id" uuid NOT NULL,
	"target" text NOT NULL,
	"keeps_copy" boolean DEFAULT true NOT NULL,
	"confirmed_at" timestamp with time zone,
	"token_hash" text,
	"token_expires_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_members" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"mail_user_id" uuid,
	"email" text,
	"receives" boolean DEFAULT true NOT NULL,
	"may_post" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_posts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"email_id" text NOT NULL,
	"sender" text NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"size" bigint DEFAULT 0 NOT NULL,
	"state" text DEFAULT 'held' NOT NULL,
	"reason" text,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"received_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "group_posts_state" CHECK ("group_posts"."state" in ('held', 'passing', 'passed', 'rejected'))
);
--> statement-breakpoint
CREATE TABLE "groups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"domain_id" uuid NOT NULL,
	"address" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"posting" text DEFAULT 'members' NOT NULL,
	"is_moderated" boolean DEFAULT false NOT NULL,
	"sealed_engine_key" text,
	"engine_key_id" text,
	"engine_key_expires_at" timestamp with time zone,
	"post_state" text,
	"deleted_at" timestamp with time zone,
	"revision" integer DEFAULT 1 NOT NULL,
	"applied_revision" integer DEFAULT 0 NOT NULL,
	"apply_error" text,
	"applied_at" timestamp with time zone,
	"engine_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "groups_posting" CHECK ("groups"."posting" in ('anyone', 'members', 'named'))
);
--> statement-breakpoint
CREATE TABLE "guard_cases" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"mail_user_id" uuid NOT NULL,
	"sign" text NOT NULL,
	"evidence" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"decided_by" text,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "guard_cases_sign" CHECK ("guard_cases"."sign" in ('rate', 'fan_out', 'bounces', 'new_network', 'failed_sign_ins')),
	CONSTRAINT "guard_cases_state" CHECK ("guard_cases"."state" in ('open', 'released', 'confirmed'))
);
--> statement-breakpoint
CREATE TABLE "mail_stats" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"domain_id" uuid NOT NULL,
	"mail_user_id" uuid NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"sent" integer DEFAULT 0 NOT NULL,
	"sent_outside" integer DEFAULT 0 NOT NULL,
	"delivered" integer DEFAULT 0 NOT NULL,
	"bounced" integer DEFAULT 0 NOT NULL,
	"received" integer DEFAULT 0 NOT NULL,
	"spam" integer DEFAULT 0 NOT NULL,
	"sign_ins" integer DEFAULT 0 NOT NULL,
	"failed_sign_ins" integer DEFAULT 0 NOT NULL,
	"used_bytes" bigint
);
--> statement-breakpoint
CREATE TABLE "mailbox_networks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"mail_user_id" uuid NOT NULL,
	"network" text NOT NULL,
	"first_seen_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mailbox_recovery_codes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"mail_user_id" uuid NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mailbox_tokens" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"mail_user_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"token_hash" text NOT NULL,
	"email" text,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mailbox_tokens_kind" CHECK ("mailbox_tokens"."kind" in ('invite', 'reset', 'recovery_email'))
);
--> statement-breakpoint
CREATE TABLE "run_rows" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"values" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"issues" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"mail_user_id" uuid,
	CONSTRAINT "run_rows_state" CHECK ("run_rows"."state" in ('waiting', 'created', 'changed', 'skipped', 'failed'))
);
--> statement-breakpoint
CREATE TABLE "runs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"plan" jsonb NOT NULL,
	"started_by" text NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"cancelled_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "runs_kind" CHECK ("runs"."kind" in ('import', 'bulk')),
	CONSTRAINT "runs_state" CHECK ("runs"."state" in ('planned', 'running', 'done', 'cancelled', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "domains" ADD COLUMN "catch_all" text;--> statement-breakpoint
ALTER TABLE "domains" ADD COLUMN "sub_addressing" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "domains" ADD COLUMN "alias_of_id" uuid;--> statement-breakpoint
ALTER TABLE "domains" ADD COLUMN "max_recipients_per_hour" integer;--> statement-breakpoint
ALTER TABLE "domains" ADD COLUMN "max_recipients_per_day" integer;--> statement-breakpoint
ALTER TABLE "mail_users" ADD COLUMN "password_set_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mail_users" ADD COLUMN "may_sign_in" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "mail_users" ADD COLUMN "may_send" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "mail_users" ADD COLUMN "may_receive" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "mail_users" ADD COLUMN "sending_paused_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mail_users" ADD COLUMN "recovery_email" text;--> statement-breakpoint
ALTER TABLE "mail_users" ADD COLUMN "recovery_confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mail_users" ADD COLUMN "sealed_totp_secret" text;--> statement-breakpoint
ALTER TABLE "mail_users" ADD COLUMN "totp_confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "mail_users" ADD COLUMN "totp_last_step" integer;--> statement-breakpoint
ALTER TABLE "mail_users" ADD COLUMN "max_recipients_per_hour" integer;--> statement-breakpoint
ALTER TABLE "mail_users" ADD COLUMN "max_recipients_per_day" integer;--> statement-breakpoint
ALTER TABLE "mail_users" ADD COLUMN "warned_percent" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "mail_users" ADD COLUMN "last_sign_in_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "max_recipients_per_hour" integer DEFAULT 2000 NOT NULL;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "max_user_recipients_per_hour" integer DEFAULT 200 NOT NULL;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "max_user_recipients_per_day" integer DEFAULT 1000 NOT NULL;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "max_groups" integer DEFAULT 100 NOT NULL;--> statement-breakpoint
ALTER TABLE "tenants" ADD COLUMN "storage_mode" text DEFAULT 'per_user' NOT NULL;--> statement-breakpoint
ALTER TABLE "addresses" ADD CONSTRAINT "addresses_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "aliases" ADD CONSTRAINT "aliases_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "aliases" ADD CONSTRAINT "aliases_domain_id_domains_id_fk" FOREIGN KEY ("domain_id") REFERENCES "public"."domains"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "aliases" ADD CONSTRAINT "aliases_mail_user_id_mail_users_id_fk" FOREIGN KEY ("mail_user_id") REFERENCES "public"."mail_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app_passwords" ADD CONSTRAINT "app_passwords_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "app_passwords" ADD CONSTRAINT "app_passwords_mail_user_id_mail_users_id_fk" FOREIGN KEY ("mail_user_id") REFERENCES "public"."mail_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_mail_user_id_mail_users_id_fk" FOREIGN KEY ("mail_user_id") REFERENCES "public"."mail_users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_events" ADD CONSTRAINT "delivery_events_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forwardings" ADD CONSTRAINT "forwardings_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forwardings" ADD CONSTRAINT "forwardings_mail_user_id_mail_users_id_fk" FOREIGN KEY ("mail_user_id") REFERENCES "public"."mail_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_members" ADD CONSTRAINT "group_members_mail_user_id_mail_users_id_fk" FOREIGN KEY ("mail_user_id") REFERENCES "public"."mail_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_posts" ADD CONSTRAINT "group_posts_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_posts" ADD CONSTRAINT "group_posts_group_id_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."groups"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "groups" ADD CONSTRAINT "groups_domain_id_domains_id_fk" FOREIGN KEY ("domain_id") REFERENCES "public"."domains"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guard_cases" ADD CONSTRAINT "guard_cases_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guard_cases" ADD CONSTRAINT "guard_cases_mail_user_id_mail_users_id_fk" FOREIGN KEY ("mail_user_id") REFERENCES "public"."mail_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_stats" ADD CONSTRAINT "mail_stats_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_stats" ADD CONSTRAINT "mail_stats_domain_id_domains_id_fk" FOREIGN KEY ("domain_id") REFERENCES "public"."domains"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_stats" ADD CONSTRAINT "mail_stats_mail_user_id_mail_users_id_fk" FOREIGN KEY ("mail_user_id") REFERENCES "public"."mail_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailbox_networks" ADD CONSTRAINT "mailbox_networks_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailbox_networks" ADD CONSTRAINT "mailbox_networks_mail_user_id_mail_users_id_fk" FOREIGN KEY ("mail_user_id") REFERENCES "public"."mail_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailbox_recovery_codes" ADD CONSTRAINT "mailbox_recovery_codes_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailbox_recovery_codes" ADD CONSTRAINT "mailbox_recovery_codes_mail_user_id_mail_users_id_fk" FOREIGN KEY ("mail_user_id") REFERENCES "public"."mail_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailbox_tokens" ADD CONSTRAINT "mailbox_tokens_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mailbox_tokens" ADD CONSTRAINT "mailbox_tokens_mail_user_id_mail_users_id_fk" FOREIGN KEY ("mail_user_id") REFERENCES "public"."mail_users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_rows" ADD CONSTRAINT "run_rows_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_rows" ADD CONSTRAINT "run_rows_run_id_runs_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."runs"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_rows" ADD CONSTRAINT "run_rows_mail_user_id_mail_users_id_fk" FOREIGN KEY ("mail_user_id") REFERENCES "public"."mail_users"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "runs" ADD CONSTRAINT "runs_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "addresses_of_holder" ON "addresses" USING btree ("tenant_id","holder_id");--> statement-breakpoint
CREATE UNIQUE INDEX "aliases_address" ON "aliases" USING btree ("address");--> statement-breakpoint
CREATE INDEX "aliases_of_user" ON "aliases" USING btree ("tenant_id","mail_user_id","address");--> statement-breakpoint
CREATE INDEX "aliases_of_domain" ON "aliases" USING btree ("tenant_id","domain_id","address");--> statement-breakpoint
CREATE INDEX "app_passwords_of_user" ON "app_passwords" USING btree ("tenant_id","mail_user_id","id");--> statement-breakpoint
CREATE INDEX "app_passwords_expiry" ON "app_passwords" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_of_queue" ON "deliveries" USING btree ("queue_id","recipient");--> statement-breakpoint
CREATE INDEX "deliveries_tenant" ON "deliveries" USING btree ("tenant_id","queued_at","id");--> statement-breakpoint
CREATE INDEX "deliveries_of_user" ON "deliveries" USING btree ("tenant_id","mail_user_id","queued_at","id");--> statement-breakpoint
CREATE INDEX "deliveries_recipient" ON "deliveries" USING btree ("tenant_id","recipient","queued_at","id");--> statement-breakpoint
CREATE INDEX "deliveries_state" ON "deliveries" USING btree ("tenant_id","state","queued_at","id");--> statement-breakpoint
CREATE INDEX "deliveries_queued" ON "deliveries" USING btree ("queued_at");--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_events_content" ON "delivery_events" USING btree ("content_hash");--> statement-breakpoint
CREATE INDEX "delivery_events_of_queue" ON "delivery_events" USING btree ("tenant_id","queue_id","occurred_at");--> statement-breakpoint
CREATE INDEX "delivery_events_occurred" ON "delivery_events" USING btree ("occurred_at");--> statement-breakpoint
CREATE UNIQUE INDEX "forwardings_of_user" ON "forwardings" USING btree ("mail_user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "forwardings_token" ON "forwardings" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "forwardings_tenant" ON "forwardings" USING btree ("tenant_id","mail_user_id");--> statement-breakpoint
CREATE INDEX "forwardings_target" ON "forwardings" USING btree ("target");--> statement-breakpoint
CREATE UNIQUE INDEX "group_members_user" ON "group_members" USING btree ("group_id","mail_user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "group_members_email" ON "group_members" USING btree ("group_id","email");--> statement-breakpoint
CREATE INDEX "group_members_of_group" ON "group_members" USING btree ("tenant_id","group_id","id");--> statement-breakpoint
CREATE INDEX "group_members_of_user" ON "group_members" USING btree ("tenant_id","mail_user_id");--> statement-breakpoint
CREATE UNIQUE INDEX "group_posts_email" ON "group_posts" USING btree ("group_id","email_id");--> statement-breakpoint
CREATE INDEX "group_posts_of_group" ON "group_posts" USING btree ("tenant_id","group_id","state","id");--> statement-breakpoint
CREATE INDEX "group_posts_held" ON "group_posts" USING btree ("tenant_id","state","id");--> statement-breakpoint
CREATE UNIQUE INDEX "groups_address" ON "groups" USING btree ("address");--> statement-breakpoint
CREATE INDEX "groups_tenant" ON "groups" USING btree ("tenant_id","address");--> statement-breakpoint
CREATE INDEX "groups_domain" ON "groups" USING btree ("tenant_id","domain_id");--> statement-breakpoint
CREATE INDEX "groups_unapplied" ON "groups" USING btree ("id") WHERE "groups"."revision" > "groups"."applied_revision";--> statement-breakpoint
CREATE INDEX "guard_cases_tenant" ON "guard_cases" USING btree ("tenant_id","state","id");--> statement-breakpoint
CREATE INDEX "guard_cases_of_user" ON "guard_cases" USING btree ("tenant_id","mail_user_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "mail_stats_hour" ON "mail_stats" USING btree ("mail_user_id","hour");--> statement-breakpoint
CREATE INDEX "mail_stats_tenant" ON "mail_stats" USING btree ("tenant_id","hour");--> statement-breakpoint
CREATE INDEX "mail_stats_domain" ON "mail_stats" USING btree ("tenant_id","domain_id","hour");--> statement-breakpoint
CREATE UNIQUE INDEX "mailbox_networks_network" ON "mailbox_networks" USING btree ("mail_user_id","network");--> statement-breakpoint
CREATE INDEX "mailbox_networks_tenant" ON "mailbox_networks" USING btree ("tenant_id","mail_user_id","last_seen_at");--> statement-breakpoint
CREATE UNIQUE INDEX "mailbox_recovery_codes_code" ON "mailbox_recovery_codes" USING btree ("mail_user_id","code_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "mailbox_tokens_token" ON "mailbox_tokens" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "mailbox_tokens_of_user" ON "mailbox_tokens" USING btree ("tenant_id","mail_user_id","kind");--> statement-breakpoint
CREATE INDEX "mailbox_tokens_expiry" ON "mailbox_tokens" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "run_rows_line" ON "run_rows" USING btree ("run_id","line");--> statement-breakpoint
CREATE INDEX "run_rows_state_of_run" ON "run_rows" USING btree ("tenant_id","run_id","state","line");--> statement-breakpoint
CREATE INDEX "runs_tenant" ON "runs" USING btree ("tenant_id","kind","id");--> statement-breakpoint
CREATE INDEX "runs_created" ON "runs" USING btree ("created_at");--> statement-breakpoint
ALTER TABLE "domains" ADD CONSTRAINT "domains_alias_of_id_domains_id_fk" FOREIGN KEY ("alias_of_id") REFERENCES "public"."domains"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mail_users_deleted" ON "mail_users" USING btree ("deleted_at");--> statement-breakpoint
ALTER TABLE "tenants" ADD CONSTRAINT "tenants_storage_mode" CHECK ("tenants"."storage_mode" in ('per_user', 'pooled'));