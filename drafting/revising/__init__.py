"""How a draft is changed by people: wishes for a part, sentences in own words, and what two versions differ in."""
