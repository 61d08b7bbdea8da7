"""PDF: a page says where letters stand, not what is a paragraph; these files find out.

opening -> characters -> visibility -> turning -> lines -> marginals -> blocks -> order
        -> paragraphs, joining -> the text;   describing -> what the file says of itself
"""
