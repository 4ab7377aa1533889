CREATE TABLE "user_counts" (
	"domain_id" uuid PRIMARY KEY NOT NULL,
	"tenant_id" uuid NOT NULL,
	"users" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "user_counts" ADD CONSTRAINT "user_counts_domain_id_domains_id_fk" FOREIGN KEY ("domain_id") REFERENCES "public"."domains"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "user_counts" ADD CONSTRAINT "user_counts_tenant_id_tenants_id_fk" FOREIGN KEY ("tenant_id") REFERENCES "public"."tenants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "user_counts_tenant" ON "user_counts" USING btree ("tenant_id");--> statement-breakpoint
CREATE INDEX "mail_users_suspended" ON "mail_users" USING btree ("tenant_id","created_at","id") WHERE "state" = 'suspended';--> statement-breakpoint
CREATE INDEX "mail_users_invited" ON "mail_users" USING btree ("tenant_id","created_at","id") WHERE "password_set_at" is null and "state" <> 'deleted';--> statement-breakpoint
CREATE INDEX "mail_users_paused" ON "mail_users" USING btree ("tenant_id","created_at","id") WHERE "sending_paused_at" is not null and "state" <> 'deleted';--> statement-breakpoint
CREATE INDEX "mail_users_behind" ON "mail_users" USING btree ("tenant_id","created_at","id") WHERE "revision" > "applied_revision" and "state" <> 'deleted';--> statement-breakpoint
-- Forced row-level security binds the schema's owner too: it is lifted for the rows that exist already.
alter table "mail_users" no force row level security;--> statement-breakpoint
insert into "user_counts" ("domain_id", "tenant_id", "users") select "domain_id", "tenant_id", count(*) from "mail_users" where "state" <> 'deleted' group by "domain_id", "tenant_id";--> statement-breakpoint
alter table "mail_users" force row level security;--> statement-breakpoint
alter table "user_counts" enable row level security;--> statement-breakpoint
alter table "user_counts" force row level security;--> statement-breakpoint
create policy "tenant" on "user_counts" for all using ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid)) with check ("tenant_id" = (select nullif(current_setting('app.tenant_id', true), '')::uuid));--> statement-breakpoint
create policy "sweep" on "user_counts" for select using ((select current_setting('app.scope', true)) = 'sweep');--> statement-breakpoint
create function "count_added_users"() returns trigger language plpgsql set search_path = public as $$
begin
  insert into "user_counts" ("domain_id", "tenant_id", "users")
    select "domain_id", "tenant_id", count(*) from "added" where "state" <> 'deleted' group by "domain_id", "tenant_id" order by "domain_id"
    on conflict ("domain_id") do update set "users" = "user_counts"."users" + excluded."users";
  return null;
end
$$;--> statement-breakpoint
create function "count_removed_users"() returns trigger language plpgsql set search_path = public as $$
begin
  update "user_counts" set "users" = "user_counts"."users" - "gone"."users"
    from (select "domain_id", count(*) as "users" from "removed" where "state" <> 'deleted' group by "domain_id") as "gone"
    where "user_counts"."domain_id" = "gone"."domain_id";
  return null;
end
$$;--> statement-breakpoint
create function "count_changed_user"() returns trigger language plpgsql set search_path = public as $$
begin
  if old."state" <> 'deleted' then
    update "user_counts" set "users" = "users" - 1 where "domain_id" = old."domain_id";
  end if;
  if new."state" <> 'deleted' then
    insert into "user_counts" ("domain_id", "tenant_id", "users") values (new."domain_id", new."tenant_id", 1)
      on conflict ("domain_id") do update set "users" = "user_counts"."users" + 1;
  end if;
  return null;
end
$$;--> statement-breakpoint
create trigger "count_added" after insert on "mail_users" referencing new table as "added" for each statement execute function "count_added_users"();--> statement-breakpoint
create trigger "count_removed" after delete on "mail_users" referencing old table as "removed" for each statement execute function "count_removed_users"();--> statement-breakpoint
create trigger "count_changed" after update on "mail_users" for each row when ((old."state" = 'deleted') <> (new."state" = 'deleted') or old."domain_id" <> new."domain_id") execute function "count_changed_user"();
