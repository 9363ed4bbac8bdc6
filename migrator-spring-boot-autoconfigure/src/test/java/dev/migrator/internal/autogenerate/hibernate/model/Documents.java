package dev.migrator.internal.autogenerate.hibernate.model;

import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * Embeddables that are stored as JSON, with rules for what is within, and references that
 * are written as SQL.
 */
public final class Documents {

	/** All of them. */
	public static final Class<?>[] ENTITIES = { Order.class, Archive.class };

	private Documents() {
	}

	enum State {

		OPEN, PAID

	}

	@Embeddable
	static class Line {

		@Column(nullable = false)
		String article;

		@Enumerated(EnumType.ORDINAL)
		State state;

	}

	@Embeddable
	static class Details {

		@Enumerated(EnumType.STRING)
		State state;

		@Enumerated(EnumType.STRING)
		@Column(nullable = false, length = 10)
		State before;

		int count;

	}

	@Embeddable
	static class Free {

		String text;

	}

	@Entity(name = "orders")
	static class Order {

		@Id
		@GeneratedValue
		long id;

		@JdbcTypeCode(SqlTypes.JSON)
		Details details;

		@JdbcTypeCode(SqlTypes.JSON)
		@Column(nullable = false)
		Line line;

		@JdbcTypeCode(SqlTypes.JSON)
		Free free;

		@JdbcTypeCode(SqlTypes.JSON_ARRAY)
		List<Line> lines;

		@JdbcTypeCode(SqlTypes.SQLXML)
		Details xml;

		@ManyToOne
		@JoinColumn(name = "parent_id", foreignKey = @ForeignKey(name = "fk_orders_parent",
				foreignKeyDefinition = "foreign key (parent_id) references archive (number) on delete set null"))
		Order parent;

		@ManyToOne
		@JoinColumn(name = "next_id", foreignKey = @ForeignKey(
				foreignKeyDefinition = "FOREIGN KEY (\"next_id\") REFERENCES public.Archive deferrable"))
		Order next;

	}

	@Entity(name = "archive")
	static class Archive {

		@Id
		@GeneratedValue
		long id;

		@Column(unique = true)
		long number;

	}

}
