package dev.migrator.internal.autogenerate.hibernate;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;

import dev.migrator.testing.Postgres;
import dev.migrator.testing.TestDatabase;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A schema that people wrote, in the words that they use, is what the entities want.
 */
@Tag("server")
class HandWrittenTests {

	@Test
	void synonymsOwnNamesAndWhatEntitiesLeaveOpenAreNoDifferences() {
		TestDatabase database = Postgres.newDatabase();
		database.execute("create type state as enum ('OPEN', 'PAID', 'CLOSED')");
		database.execute("""
				create table customers (
				    id bigserial constraint pk_customers primary key,
				    name varchar(100) not null default ''::varchar,
				    email character varying(255) constraint one_email_each unique,
				    active bool not null default 't',
				    created timestamptz(6) default current_timestamp,
				    changed timestamp(6) without time zone,
				    score int4 not null default 7::int4 check (score > 0::int2),
				    level int2 not null,
				    note text,
				    balance decimal(12, 2) default 0::numeric,
				    kind varchar(255) not null constraint ck_kind check (kind in ('NEW'::varchar, 'OLD'::varchar)),
				    weight float8 not null,
				    ratio float4 not null,
				    letter char not null,
				    content bytea,
				    tags varchar(255)[],
				    details jsonb default '{}',
				    token uuid default gen_random_uuid(),
				    name_length int generated always as (length(name)) stored
				)""");
		database.execute("comment on column customers.score is 'Nobody told the entities'");
		database.execute("create index customers_by_score on customers (score)");
		database.execute("""
				create table orders (
				    number int8 not null,
				    year integer not null,
				    customer_id int8,
				    state state not null default 'OPEN',
				    item text collate "C",
				    serial serial,
				    constraint orders_key primary key (number, year),
				    constraint order_of_customer foreign key (customer_id) references customers
				        on update cascade deferrable initially deferred
				)""");
		database.execute("create unique index one_order_each on orders (item, customer_id)");
		database.execute(
				"create index orders_by_state on orders using btree (state asc nulls last) with (fillfactor = 80)");
		database.execute("create sequence tickets_seq increment by 50 start with 1 minvalue 1 cache 10");
		database.execute("create table tickets (id bigint primary key default nextval('tickets_seq'))");
		database.execute("alter sequence tickets_seq owned by tickets.id");
		database.execute("create table always (id int generated always as identity (start 100) primary key)");
		database.execute("create table numbered (id smallserial primary key)");

		assertThat(ConvergenceTests
			.compare(database, Customer.class, Order.class, Ticket.class, Always.class, Numbered.class)
			.differences()
			.detected()).isEmpty();
		Hibernate.validate(database, Customer.class, Order.class, Ticket.class, Always.class, Numbered.class);
	}

	@Test
	void theOrderOfColumnsIsNoDifferenceInAKeyAndOneInAnIndex() {
		TestDatabase database = Postgres.newDatabase();
		database.execute(
				"""
						create table batches (code varchar(10), year int, number bigint, place varchar(20), part_of_code varchar(10),
						    part_of_year int, part_of_number bigint,
						    primary key (number, code, year), unique (place, year),
						    foreign key (part_of_year, part_of_number, part_of_code) references batches (year, number, code))""");
		database.execute("create index ix_batches on batches (number, place)");

		assertThat(ConvergenceTests.compare(database, Batch.class).differences().detected())
			.containsExactly("Detected changed index 'ix_batches' (number, place) on table 'batches': keys");
	}

	@Test
	void whatADumpMakesOfAListOfTextsIsNoDifference() {
		TestDatabase database = Postgres.newDatabase();
		database.execute("""
				create table kinds (id bigint primary key, kind varchar(255) check ((kind)::text = ANY
				    ((ARRAY['NEW'::character varying, 'OLD'::character varying])::text[])))""");
		database.execute("""
				create index kinds_kind on kinds (id) where ((kind)::text = ANY
				    ((ARRAY['NEW'::character varying, 'OLD'::character varying])::text[]))""");

		assertThat(ConvergenceTests.compare(database, Kinds.class).differences().detected()).isEmpty();
	}

	record BatchId(String code, int year, long number) implements Serializable {
	}

	@Entity
	@IdClass(BatchId.class)
	@Table(name = "batches", uniqueConstraints = @UniqueConstraint(columnNames = { "year", "place" }),
			indexes = @Index(name = "ix_batches", columnList = "place, number"))
	static class Batch {

		@Id
		@Column(length = 10)
		String code;

		@Id
		int year;

		@Id
		long number;

		@Column(length = 20)
		String place;

		@ManyToOne
		Batch partOf;

	}

	enum Kind {

		NEW, OLD

	}

	enum State {

		OPEN, PAID, CLOSED

	}

	@Entity
	@Table(name = "customers")
	static class Customer {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		long id;

		@Column(length = 100, nullable = false)
		String name;

		@Column(unique = true)
		String email;

		boolean active;

		Instant created;

		LocalDateTime changed;

		@ColumnDefault("7")
		@Column(nullable = false, check = @CheckConstraint(constraint = "score > 0::smallint"))
		int score;

		short level;

		@Column(columnDefinition = "text")
		String note;

		@Column(precision = 12, scale = 2)
		@ColumnDefault("0::decimal")
		BigDecimal balance;

		@Enumerated(EnumType.STRING)
		@Column(nullable = false)
		Kind kind;

		double weight;

		float ratio;

		char letter;

		byte[] content;

		String[] tags;

		@JdbcTypeCode(SqlTypes.JSON)
		String details;

		UUID token;

		@Column(insertable = false, updatable = false)
		Integer nameLength;

	}

	@Entity
	@Table(name = "kinds",
			indexes = @Index(name = "kinds_kind", columnList = "id", options = "where kind in ('NEW', 'OLD')"))
	static class Kinds {

		@Id
		long id;

		@Enumerated(EnumType.STRING)
		Kind kind;

	}

	record OrderId(int year, long number) implements Serializable {
	}

	@Entity
	@IdClass(OrderId.class)
	@Table(name = "orders", uniqueConstraints = @UniqueConstraint(columnNames = { "customer_id", "item" }),
			indexes = @Index(columnList = "state"))
	static class Order {

		@Id
		int year;

		@Id
		long number;

		@ManyToOne
		Customer customer;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		@Column(nullable = false)
		State state;

		@Column(columnDefinition = "text")
		String item;

		@Column(columnDefinition = "serial")
		int serial;

	}

	@Entity
	@Table(name = "tickets")
	static class Ticket {

		@Id
		@GeneratedValue
		long id;

	}

	@Entity
	@Table(name = "always")
	static class Always {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		@Column(columnDefinition = "integer generated always as identity")
		int id;

	}

	@Entity
	@Table(name = "numbered")
	static class Numbered {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		@Column(columnDefinition = "smallserial")
		short id;

	}

}
