package dev.migrator.internal.autogenerate.hibernate.model;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyJoinColumn;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.NaturalId;
import org.hibernate.annotations.UuidGenerator;

/**
 * Keys of several columns, of foreign keys, and all ways to make numbers for them.
 */
public final class Keys {

	/** All of them. */
	public static final Class<?>[] ENTITIES = { Warehouse.class, Shelf.class, Slot.class, Item.class, ItemDetails.class,
			Stock.class, Movement.class, Batch.class, Counted.class, Tabled.class, Label.class, First.class,
			Second.class, Third.class, Left.class, Right.class };

	private Keys() {
	}

	@Entity
	static class Warehouse {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		Integer id;

		@NaturalId
		String code;

		@NaturalId
		int region;

		@OneToMany(mappedBy = "warehouse")
		@OrderColumn(name = "place")
		List<Shelf> shelves;

	}

	record ShelfId(Integer warehouse, String row) implements Serializable {
	}

	@Entity
	@IdClass(ShelfId.class)
	static class Shelf {

		@Id
		@ManyToOne
		Warehouse warehouse;

		@Id
		@Column(length = 4)
		String row;

		@OneToMany(mappedBy = "id.shelf")
		Set<Slot> slots;

	}

	@Embeddable
	static class SlotId implements Serializable {

		@ManyToOne
		Shelf shelf;

		short number;

	}

	@Entity
	static class Slot {

		@EmbeddedId
		SlotId id;

		int capacity;

	}

	@Entity
	static class Item {

		@Id
		@GeneratedValue
		@UuidGenerator(style = UuidGenerator.Style.TIME)
		UUID id;

		@ManyToMany
		Set<Item> replacements;

		@ManyToMany
		@JoinTable(name = "item_slots",
				joinColumns = @JoinColumn(name = "item", foreignKey = @ForeignKey(name = "fk_item_slots_item")),
				inverseForeignKey = @ForeignKey(name = "fk_item_slots_slot"),
				uniqueConstraints = @UniqueConstraint(columnNames = "item"))
		List<Slot> slots;

		@ManyToMany
		@MapKeyJoinColumn(name = "label")
		Map<Label, Warehouse> labelled;

	}

	@Entity
	static class ItemDetails {

		@Id
		UUID id;

		@OneToOne
		@MapsId
		Item item;

		String text;

	}

	@Embeddable
	record StockId(UUID item, Integer warehouse) implements Serializable {
	}

	@Entity
	static class Stock {

		@EmbeddedId
		StockId id;

		@MapsId("item")
		@ManyToOne
		Item item;

		@MapsId("warehouse")
		@ManyToOne
		@JoinColumn(name = "warehouse_id")
		Warehouse warehouse;

		int amount;

	}

	@Entity
	static class Movement {

		@Id
		@GeneratedValue(strategy = GenerationType.AUTO)
		Long id;

		@ManyToOne
		@JoinColumn(name = "stock_warehouse", referencedColumnName = "warehouse_id")
		@JoinColumn(name = "stock_item", referencedColumnName = "item_id")
		Stock stock;

		@ManyToOne(optional = false)
		Slot slot;

	}

	record BatchId(LocalDate day, int number, String code) implements Serializable {
	}

	@Entity
	@IdClass(BatchId.class)
	static class Batch {

		@Id
		String code;

		@Id
		LocalDate day;

		@Id
		int number;

	}

	@Entity
	static class Counted {

		@Id
		@GeneratedValue(generator = "counter")
		@SequenceGenerator(name = "counter", sequenceName = "counted_numbers", initialValue = 0, allocationSize = 10)
		int id;

	}

	@Entity
	static class Tabled {

		@Id
		@GeneratedValue(strategy = GenerationType.TABLE, generator = "numbers")
		@TableGenerator(name = "numbers", table = "numbers", pkColumnName = "what", valueColumnName = "next",
				initialValue = 100, allocationSize = 5)
		long id;

	}

	@Entity
	@Table(name = "labels")
	static class Label {

		@Id
		@GeneratedValue(strategy = GenerationType.UUID)
		String id;

	}

	@Entity
	static class First {

		@Id
		@GeneratedValue
		long id;

		@ManyToOne(optional = false)
		Second second;

	}

	@Entity
	static class Second {

		@Id
		@GeneratedValue
		long id;

		@OneToOne
		Third third;

	}

	@Entity
	static class Third {

		@Id
		@GeneratedValue
		long id;

		@ManyToOne
		@JoinColumn(unique = true)
		First first;

	}

	@Entity
	@Table(name = "\"left\"")
	static class Left {

		@Id
		long id;

		@OneToOne
		Right right;

	}

	@Entity
	@Table(name = "\"right\"")
	static class Right {

		@Id
		long id;

		@OneToOne
		@JoinTable(name = "right_left")
		Left left;

		@OneToMany
		Set<Left> others;

	}

}
