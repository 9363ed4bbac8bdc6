package dev.migrator.example.store;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

@Entity
@Table(name = "items")
public class Item {

	@Id
	private long id;

	private String name;

	protected Item() {
		this.name = "";
	}

	public long getId() {
		return this.id;
	}

	public String getName() {
		return this.name;
	}

}
