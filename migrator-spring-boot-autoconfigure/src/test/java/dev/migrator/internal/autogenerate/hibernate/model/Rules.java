package dev.migrator.internal.autogenerate.hibernate.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import jakarta.persistence.CheckConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.Check;
import org.hibernate.annotations.Collate;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.Comment;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.generator.EventType;

/**
 * What tables can demand of their rows.
 */
@SuppressWarnings("deprecation")
public final class Rules {

	/** All of them. */
	public static final Class<?>[] ENTITIES = { Offer.class, Bid.class, Bidder.class, Review.class };

	private Rules() {
	}

	@Entity(name = "Offer")
	@Comment("What is on sale; \"as it is\"")
	@Table(name = "offers",
			uniqueConstraints = { @UniqueConstraint(columnNames = { "seller", "title" }),
					@UniqueConstraint(name = "uk_offers_number", columnNames = "number"),
					@UniqueConstraint(name = "uk_offers_parts", columnNames = { "price", "title" },
							options = "deferrable initially deferred") },
			indexes = { @Index(columnList = "price desc, title asc"), @Index(columnList = "seller", unique = true),
					@Index(name = "ix_offers_lower", columnList = "(lower(title) || '!')"),
					@Index(name = "ix_offers_cheap", columnList = "price", options = "where price < 10"),
					@Index(name = "ix_offers_nulls", columnList = "ends desc") },
			check = @CheckConstraint(name = "ck_offers_price", constraint = "price > 0 and price < 1000000"))
	@Check(constraints = "starts < ends")
	@Check(name = "ck_offers_title", constraints = "title in ('A', 'B') or length(title) > 2")
	@SecondaryTable(name = "offer_texts",
			pkJoinColumns = @PrimaryKeyJoinColumn(name = "offer",
					foreignKey = @ForeignKey(name = "fk_offer_texts_offer")),
			indexes = @Index(name = "ix_offer_texts_language", columnList = "language"),
			uniqueConstraints = @UniqueConstraint(columnNames = { "offer", "language" }))
	static class Offer {

		@Id
		@GeneratedValue
		long id;

		@Column(unique = true, nullable = false)
		@Comment("Printed on the box")
		String number;

		@Column(nullable = false)
		@ColumnDefault("'untitled'")
		@Collate("C")
		String title;

		@Check(constraints = "price <> 13")
		@Column(precision = 12, scale = 2)
		@ColumnDefault("0.5")
		BigDecimal price;

		@Check(name = "ck_offers_amount", constraints = "amount between 1 and 99")
		@ColumnDefault("1 + 1")
		int amount;

		@Column(unique = true)
		String seller;

		@ColumnDefault("now()")
		@Generated
		Instant starts;

		@ColumnDefault("current_timestamp + interval '1 day'")
		Instant ends;

		@GeneratedColumn("price * amount")
		BigDecimal total;

		@Formula("price / amount")
		BigDecimal each;

		@Generated(event = { EventType.INSERT, EventType.UPDATE })
		@Column(columnDefinition = "int default 7")
		int made;

		@Column(table = "offer_texts", nullable = false, length = 5)
		String language;

		@Column(table = "offer_texts", columnDefinition = "text")
		String text;

		@ColumnDefault("true")
		boolean open;

		@ColumnDefault("null")
		String nothing;

		@ElementCollection
		@CollectionTable(name = "offer_tags",
				uniqueConstraints = @UniqueConstraint(columnNames = { "offer_id", "tag" }),
				indexes = @Index(columnList = "tag"), foreignKey = @ForeignKey(name = "fk_offer_tags_offer"))
		@Column(name = "tag", length = 20)
		@OnDelete(action = OnDeleteAction.CASCADE)
		Set<String> tags;

	}

	@Entity(name = "Bid")
	@Table(indexes = { @Index(name = "ix_bid_offer", columnList = "offer_id, amount desc"),
			@Index(columnList = "bidder_id") })
	static class Bid {

		@Id
		@GeneratedValue
		long id;

		@ManyToOne(optional = false)
		@OnDelete(action = OnDeleteAction.CASCADE)
		Offer offer;

		@ManyToOne
		@OnDelete(action = OnDeleteAction.SET_NULL)
		@JoinColumn(foreignKey = @ForeignKey(name = "fk_bid_bidder"))
		Bidder bidder;

		@ManyToOne
		@JoinColumn(name = "overbid", foreignKey = @ForeignKey(value = ConstraintMode.NO_CONSTRAINT))
		Bid overbid;

		@ManyToOne
		@JoinColumn(name = "by_name", referencedColumnName = "name", foreignKey = @ForeignKey(name = "fk_bid_by_name",
				foreignKeyDefinition = "foreign key (by_name) references bidder (name) on update cascade"))
		Bidder byName;

		@Check(constraints = "amount > 0")
		BigDecimal amount;

		@Column(comment = "of the currency", check = @CheckConstraint(name = "ck_bid_code", constraint = "code <> ''"))
		String code;

	}

	@Entity(name = "Bidder")
	@Comment("Who bids")
	static class Bidder {

		@Id
		@GeneratedValue
		long id;

		@Column(unique = true)
		String name;

		@ManyToMany
		@JoinTable(name = "watched", joinColumns = @JoinColumn(name = "who"),
				inverseJoinColumns = @JoinColumn(name = "what"), indexes = @Index(columnList = "what"),
				uniqueConstraints = @UniqueConstraint(name = "uk_watched", columnNames = { "what", "who" }))
		List<Offer> watched;

		@ManyToMany
		@JoinTable(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT),
				inverseForeignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))
		Set<Bidder> friends;

	}

	@Entity(name = "Review")
	@Check(name = "ck_review_stars", constraints = "stars::int4 >= 1 AND stars <= 5::smallint")
	static class Review {

		@Id
		@GeneratedValue
		long id;

		@OneToOne(optional = false)
		Bid bid;

		@ColumnDefault("3")
		short stars;

		@ColumnDefault("'{}'::text[]")
		String[] tags;

		@GeneratedColumn("upper(left(text, 10))")
		String head;

		String text;

	}

}
