package dev.migrator.internal.autogenerate.hibernate.model;

import java.util.Map;
import java.util.Set;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Tables, types and sequences of several schemas, some of the same name.
 */
public final class Places {

	/** All of them. */
	public static final Class<?>[] ENTITIES = { Account.class, Ledger.class, Entry.class, ArchivedEntry.class,
			Upper.class };

	private Places() {
	}

	enum Currency {

		EUR, USD

	}

	enum Side {

		DEBIT, CREDIT

	}

	@Entity
	@Table(name = "account", schema = "books")
	static class Account {

		@Id
		@GeneratedValue(generator = "account")
		@SequenceGenerator(name = "account", schema = "books", sequenceName = "account_numbers", allocationSize = 20)
		long id;

		@Column(unique = true)
		String name;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		@ColumnDefault("'EUR'")
		Currency currency;

		@ElementCollection
		@CollectionTable(schema = "books")
		Set<String> tags;

		@ElementCollection
		Map<String, String> notes;

	}

	@Entity
	@Table(schema = "books", indexes = @Index(columnList = "account_id"))
	@SecondaryTable(name = "ledger_details", schema = "archive")
	static class Ledger {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		long id;

		@ManyToOne
		Account account;

		@Column(table = "ledger_details")
		String details;

		@ManyToMany
		@JoinTable(schema = "archive")
		Set<Entry> entries;

	}

	@Entity
	@Table(name = "entry", indexes = @Index(name = "ix_entry_ledger", columnList = "ledger_id"))
	static class Entry {

		@Id
		@GeneratedValue
		long id;

		@ManyToOne
		Ledger ledger;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		Side side;

		@Column(unique = true)
		String number;

		@Enumerated(EnumType.STRING)
		Side asText;

	}

	@Entity
	@Table(name = "entry", schema = "archive",
			indexes = @Index(name = "ix_entry_ledger", columnList = "ledger_id, number"))
	static class ArchivedEntry {

		@Id
		@GeneratedValue(strategy = GenerationType.TABLE, generator = "archive")
		@TableGenerator(name = "archive", schema = "archive", table = "numbers")
		long id;

		@ManyToOne
		Ledger ledger;

		@ManyToOne
		Entry original;

		@Column(unique = true)
		String number;

		@Column(columnDefinition = "types.side default 'DEBIT'")
		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		Side side;

		@Column(columnDefinition = "types.side[]")
		@Enumerated(EnumType.STRING)
		Side[] sides;

	}

	@Entity
	@Table(name = "upper", schema = "\"Upper Case\"")
	static class Upper {

		@Id
		@GeneratedValue
		@SequenceGenerator(schema = "\"Upper Case\"", sequenceName = "upper_seq")
		long id;

		@ManyToOne
		Upper parent;

	}

}
