package dev.migrator.internal.autogenerate.hibernate.model;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Blob;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import org.hibernate.annotations.Array;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.NaturalId;
import org.hibernate.type.SqlTypes;

/**
 * Columns of every type.
 */
public final class Columns {

	/** All of them. */
	public static final Class<?>[] ENTITIES = { Everything.class, Article.class, Quoted.class, Invoice.class };

	private Columns() {
	}

	enum Status {

		OPEN, DONE, CLOSED

	}

	enum Colour {

		RED, GREEN

	}

	@Entity
	static class Everything {

		@Id
		@GeneratedValue(strategy = GenerationType.UUID)
		UUID id;

		byte tiny;

		short small;

		int number;

		long big;

		float real;

		double precise;

		BigDecimal amount;

		@Column(precision = 12, scale = 4)
		BigDecimal price;

		BigInteger huge;

		boolean yes;

		char letter;

		String text;

		@Column(length = 100000)
		String longer;

		@Column(columnDefinition = "text")
		String written;

		@Lob
		String clob;

		@Lob
		byte[] bytes;

		@Lob
		Blob blob;

		byte[] content;

		LocalDate date;

		LocalTime time;

		OffsetTime offsetTime;

		LocalDateTime dateTime;

		@Column(secondPrecision = 3)
		LocalDateTime millis;

		Instant instant;

		OffsetDateTime withOffset;

		ZonedDateTime zoned;

		Duration duration;

		@JdbcTypeCode(SqlTypes.INTERVAL_SECOND)
		Duration interval;

		Year year;

		String[] tags;

		List<Integer> numbers;

		@Array(length = 5)
		@Column(length = 20)
		String[] few;

		@JdbcTypeCode(SqlTypes.JSON)
		Map<String, String> json;

		@JdbcTypeCode(SqlTypes.INET)
		java.net.InetAddress address;

		@Enumerated(EnumType.STRING)
		Status asText;

		@Enumerated(EnumType.ORDINAL)
		Status asNumber;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		Status named;

		@JdbcTypeCode(SqlTypes.NAMED_ORDINAL_ENUM)
		Colour colour;

		Class<?> type;

		java.util.Currency currency;

	}

	@Entity
	@Table(name = "articles", comment = "What is written",
			indexes = { @Index(name = "ix_articles_title", columnList = "title desc, words"),
					@Index(columnList = "words"),
					@Index(name = "ux_articles_lower_title", columnList = "(lower(title))", unique = true),
					@Index(name = "ux_articles_slug", columnList = "slug, words", unique = true) },
			check = { @CheckConstraint(name = "ck_articles_words", constraint = "words >= 0"),
					@CheckConstraint(constraint = "words < 1000000 or title is not null") })
	static class Article {

		@Id
		@GeneratedValue
		long id;

		@NaturalId
		@Column(nullable = false)
		String slug;

		@Column(comment = "As it is printed")
		@Collate("C")
		String title;

		@ColumnDefault("0")
		@Column(check = @CheckConstraint(constraint = "words <> 13"))
		int words;

		@Column(columnDefinition = "varchar(20) default 'draft' not null")
		String state;

		@Column(columnDefinition = "timestamptz default now()")
		Instant written;

		@GeneratedColumn("words / 250")
		Integer minutes;

		@Enumerated(EnumType.STRING)
		@Column(nullable = false)
		@ColumnDefault("'OPEN'")
		Status status;

	}

	@Entity
	@Table(name = "\"Order\"", indexes = @Index(name = "ix_order_group", columnList = "\"Group\""))
	static class Quoted {

		@Id
		long ID;

		@Column(name = "\"Group\"", unique = true)
		String group;

		@Column(name = "\"user\"", nullable = false)
		String user;

		@Column(name = "MixedCase")
		String mixed;

		@jakarta.persistence.ManyToOne
		@jakarta.persistence.JoinColumn(name = "\"Parent\"")
		Quoted parent;

	}

	@Entity
	@Table(name = "invoices", schema = "billing",
			indexes = @Index(name = "ix_invoices_article", columnList = "article_id"))
	static class Invoice {

		@Id
		@GeneratedValue
		long id;

		@jakarta.persistence.ManyToOne
		Article article;

		@Column(unique = true, nullable = false)
		String number;

	}

}
