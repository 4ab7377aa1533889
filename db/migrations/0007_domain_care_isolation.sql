alter table "dns_changes" enable row level security;--> statement-breakpoint
alter table "dns_changes" force row level security;--> statement-breakpoint
create policy "tenant" on "dns_changes" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "dns_changes" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
alter table "dns_connections" enable row level security;--> statement-breakpoint
alter table "dns_connections" force row level security;--> statement-breakpoint
create policy "tenant" on "dns_connections" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "dns_connections" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
alter table "dns_shares" enable row level security;--> statement-breakpoint
alter table "dns_shares" force row level security;--> statement-breakpoint
create policy "tenant" on "dns_shares" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "dns_shares" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
alter table "domain_alerts" enable row level security;--> statement-breakpoint
alter table "domain_alerts" force row level security;--> statement-breakpoint
create policy "tenant" on "domain_alerts" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "domain_alerts" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
alter table "domain_events" enable row level security;--> statement-breakpoint
alter table "domain_events" force row level security;--> statement-breakpoint
create policy "tenant" on "domain_events" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "domain_events" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
create policy "lookup" on "dns_shares" for select using ("token_hash" = (select nullif(current_setting('app.lookup', true), '')));--> statement-breakpoint
create policy "alert_lookup" on "tenants" for select using ("alert_token_hash" = (select nullif(current_setting('app.lookup', true), '')));--> statement-breakpoint
create policy "sweep" on "dkim_keys" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
create policy "sweep" on "dns_records" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
create policy "lookup" on "domains" for select using ("proven_at" is not null and "name" = (select nullif(current_setting('app.lookup', true), '')));
