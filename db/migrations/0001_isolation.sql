-- Row-level security is the second wall between tenants. Three settings, all local to a transaction, open it:
--   app.tenant_id  rows of that tenant
--   app.lookup     the one row that carries this e-mail address, mailbox address or token hash (sign-in, before a tenant is known)
--   app.scope      'sweep': reading over all tenants, for jobs that look for work; it never opens writing

alter table "tenants" enable row level security;--> statement-breakpoint
alter table "tenants" force row level security;--> statement-breakpoint
create policy "tenant" on "tenants" for all using ("id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
alter table "users" enable row level security;--> statement-breakpoint
alter table "users" force row level security;--> statement-breakpoint
create policy "tenant" on "users" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
alter table "sessions" enable row level security;--> statement-breakpoint
alter table "sessions" force row level security;--> statement-breakpoint
create policy "tenant" on "sessions" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
alter table "domains" enable row level security;--> statement-breakpoint
alter table "domains" force row level security;--> statement-breakpoint
create policy "tenant" on "domains" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
alter table "dns_records" enable row level security;--> statement-breakpoint
alter table "dns_records" force row level security;--> statement-breakpoint
create policy "tenant" on "dns_records" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
alter table "dkim_keys" enable row level security;--> statement-breakpoint
alter table "dkim_keys" force row level security;--> statement-breakpoint
create policy "tenant" on "dkim_keys" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
alter table "mail_users" enable row level security;--> statement-breakpoint
alter table "mail_users" force row level security;--> statement-breakpoint
create policy "tenant" on "mail_users" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
alter table "audit_logs" enable row level security;--> statement-breakpoint
alter table "audit_logs" force row level security;--> statement-breakpoint
create policy "tenant" on "audit_logs" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
alter table "submissions" enable row level security;--> statement-breakpoint
alter table "submissions" force row level security;--> statement-breakpoint
create policy "tenant" on "submissions" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "tenants" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
create policy "sweep" on "domains" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
create policy "sweep" on "mail_users" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
create policy "sweep" on "sessions" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
create policy "lookup" on "users" for select using ("email" = (select nullif(current_setting('app.lookup', true), '')));--> statement-breakpoint
create policy "lookup" on "mail_users" for select using ("address" = (select nullif(current_setting('app.lookup', true), '')));--> statement-breakpoint
create policy "lookup" on "sessions" for select using ("token_hash" = (select nullif(current_setting('app.lookup', true), '')) or "previous_token_hash" = (select nullif(current_setting('app.lookup', true), '')));
